// Manages virtual machines.
