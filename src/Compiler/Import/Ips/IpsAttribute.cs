namespace ManifestLinker.Compiler.Import.Ips;

/// <summary>An attribute of an action; <see cref="Start"/> and <see cref="Length"/> say where it stands in its line.</summary>
internal readonly record struct IpsAttribute(string Name, string Value, int Start, int Length);
