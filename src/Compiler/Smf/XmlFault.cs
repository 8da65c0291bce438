namespace ManifestLinker.Compiler.Smf;

/// <summary>Something in an XML file that is not as it must be: where, and what, in words that begin a clause.</summary>
public readonly record struct XmlFault(XmlPlace Place, string What);
