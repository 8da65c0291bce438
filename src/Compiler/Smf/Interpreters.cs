namespace ManifestLinker.Compiler.Smf;

/// <summary>The programs whose first argument that is no option is a file that they read.</summary>
internal static class Interpreters
{
    /// <summary>Whether a program called <paramref name="name"/> is a shell of Bourne's kind, those that look at profiles included.</summary>
    public static bool IsShell(string name) => name is "sh" or "ksh" or "ksh93" or "bash" or "dash" or "jsh" or "pfsh" or "pfksh" or "pfksh93" or "pfbash";

    /// <summary>Whether a program called <paramref name="name"/> is another interpreter. Its options are not known.</summary>
    public static bool IsOther(string name) => name is "node" or "perl" || name.StartsWith("python", StringComparison.Ordinal);
}
