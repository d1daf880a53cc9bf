dpa0132 4 vm 061  dpa 0078
Verkehr/Hamburg/
Alter Elbtunnel bekommt seine Fahrstühle
zurück =
   Hamburg (dpa) - Der Alte Elbtunnel in Hamburg erhält im Herbst seine
vier großen Fahrstühle zurück. Das teilte die Hafenbehörde am Dienstag
mit.
   »Wer im Januar zu Fuß hinunter wollte, zählte 132 Stufen«, sagte
Baurat Heiner Lohse in Altona.
141125 feb 95
