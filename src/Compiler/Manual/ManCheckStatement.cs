using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Manual;

/// <summary>A statement of a mancheck.conf: what it does, its pattern, the pattern's place between the quotes, and the first and last character.</summary>
public sealed record ManCheckStatement(ManCheckVerb Verb, Token Pattern, int Start, int End);

/// <summary>What a statement of a mancheck.conf does.</summary>
public enum ManCheckVerb
{
    /// <summary><c>+section</c>: every page of these sections ships.</summary>
    IncludeSection,

    /// <summary><c>-section</c>: but not those of these sections.</summary>
    ExcludeSection,

    /// <summary><c>-page</c>: nor these pages.</summary>
    ExcludePage,
}

/// <summary>Something in a mancheck.conf that is no statement: where, what, and what to do about it.</summary>
public sealed record ManCheckFault(Location Location, string Message, string Help);
