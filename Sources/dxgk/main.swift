// The command `dxgk`: options, exit codes, and nothing else. What it does is said by the rooms below.
Dxgk.start()
