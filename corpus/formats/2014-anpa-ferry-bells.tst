V0417-----
r n BC-MI--Ferry-Bells 1stLd-Writethru   05-09 0142
^BC-MI--Ferry Bells, 1st Ld-Writethru,118<
^Ferry that lost its bell gets another from Norway<
^AP Photo MIXA101, MIXA102<
^Eds: Updates with quote. With AP Photos.<
^By PRUDENCE HALVORSEN=
^Associated Press=
	   MACKINAW CITY, Mich. (AP) _ The ferry that crosses to Mackinac Island rang its
new bell for the first time Friday, two years after the old one
went overboard in a gale.
	   The bell came from a scrapped mail boat in Bergen, Norway, and
weighs 90 pounds _ ``a third more than we asked for,'' Capt. Leland
Brousseau said.
	   ___
	   Divers never found the first bell.

	   AP-WF-05-09-14 2112GMT<



V0418-----
r s BC-Curling-Glance, Correction   05-09 0040
^BC-Curling-Glance, Correction,30<
^Straits Curling League=
^All Times EDT=
^;W;L
Cheboygan;6;1
St. Ignace;5;2
	   Friday's Game
	   Cheboygan 7, St. Ignace 4<

	   AP-WF-05-09-14 2130GMT<


