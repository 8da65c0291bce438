using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7111: A file in a bin directory cannot be run.</summary>
public static class BinNotExecutable
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7111",
        Name = "bin-not-executable",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Fix = FixSafety.Unsafe,
        Summary = "A file in a bin directory cannot be run.",
        Explanation =
            "What lies in a directory called bin or sbin is looked for there to be run; a shell passes over a file that "
            + "nobody may execute, and goes on to the next directory, or says that there is no such command.",
        Bad = "f usr/bin/frob 0444 root bin",
        Good = "f usr/bin/frob 0555 root bin",
    };

    /// <summary>Finds those of <paramref name="files"/> that lie in a bin directory and that nobody may execute.</summary>
    public static IEnumerable<Finding> Check(IEnumerable<FileEntry> files, Union union) => files
        .Where(file => !file.Mode.HasAny(Mode.Execute) && IsInBin(file.Path))
        .Select(file => At(file, union));

    /// <summary>Whether <paramref name="path"/> lies directly in a directory for programs.</summary>
    internal static bool IsInBin(ImagePath path)
    {
        ReadOnlySpan<char> text = path.Text;
        ReadOnlySpan<char> directory = text[..Math.Max(0, text.LastIndexOf('/'))];
        return directory[(directory.LastIndexOf('/') + 1)..] is "bin" or "sbin";
    }

    // Who may read it may run it.
    private static Finding At(FileEntry file, Union union)
    {
        string message = $"nobody may run '{file.Path}', which has the mode {file.Mode}";
        Mode mended = file.Mode.With(file.Mode.Bits >> 2 & Mode.Execute);
        return mended == file.Mode
            ? Permission.At(Rule, file, message, "write 0555, or excuse it with a reason")
            : Permission.At(Rule, file, message, mended, union);
    }
}
