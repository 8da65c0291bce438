namespace ManifestLinker.Linker.Iso;

/// <summary>An entry of the boot catalogue: something that firmware can start (El Torito 1.0, figures 3 and 5).</summary>
/// <param name="Platform">0 for a BIOS, 0xEF for EFI; others mean machines that are gone.</param>
/// <param name="IsBootable">Whether firmware may start it.</param>
/// <param name="Emulation">What it pretends to be: 0 for no emulation, else a floppy or a hard disk.</param>
/// <param name="LoadSegment">Where a BIOS loads it; 0 for the usual place.</param>
/// <param name="Sectors">How much is loaded, in units of 512 bytes; EFI takes 0 and 1 as everything up to the end of the medium.</param>
/// <param name="Block">Where it lies, in units of 2048 bytes.</param>
public sealed record BootEntry(byte Platform, bool IsBootable, byte Emulation, ushort LoadSegment, ushort Sectors, uint Block);
