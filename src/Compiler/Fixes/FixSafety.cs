namespace ManifestLinker.Compiler.Fixes;

/// <summary>Who may apply a fix.</summary>
public enum FixSafety
{
    /// <summary>Anybody: the platform stays as it is, or becomes what the manifest plainly means.</summary>
    Safe,

    /// <summary>Somebody who asks for it: the platform changes, most likely to what was meant.</summary>
    Unsafe,

    /// <summary>Nobody but the author: one of several answers, and only the author knows which.</summary>
    Offered,
}
