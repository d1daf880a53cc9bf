V0001-----
r a BC-Salt-Pans   05-09 0042
^BC-Salt-Pans,42<
^Salt pans are open again<
	   TRAPANI, Italy (AP) _ The salt pans of Trapani opened again on Friday, and the firs