namespace ManifestLinker.Compiler.Smf;

/// <summary>A word or an operator of a command.</summary>
/// <param name="Text">The word without its quotes, or the operator.</param>
/// <param name="IsOperator">Whether it is an operator such as <c>&amp;&amp;</c>.</param>
/// <param name="IsKnown">Whether the word is what it says: nothing in it is put in by the shell or by the restarter.</param>
internal readonly record struct ShellToken(string Text, bool IsOperator, bool IsKnown);
