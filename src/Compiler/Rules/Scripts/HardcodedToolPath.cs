using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Scripts;

namespace ManifestLinker.Compiler.Rules.Scripts;

/// <summary>MLC6014: A script names programs of other software by their paths.</summary>
public static class HardcodedToolPath
{
    private const int MostRead = 1024 * 1024, MostShown = 3;

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC6014",
        Name = "hardcoded-tool-path",
        Severity = Severity.Info,
        Phase = Phase.Audit,
        Summary = "A script names programs of other software by their paths.",
        Explanation =
            "What lies in /opt/local/bin is there on machines where somebody installed it. A script of the platform that names such a program "
            + "works on those, unless it looks first. Comments are passed over, as is what stands behind a variable ($ROOT/opt/local/bin/x); "
            + "a directory without a program, as in a PATH, is not meant. Of each script the first mebibyte is read.",
        Bad = """
            lib/svc/method/net-frob, mode 0555:
            #!/sbin/sh
            /opt/local/bin/frob -d
            """,
        Good = """
            lib/svc/method/net-frob, mode 0555:
            #!/sbin/sh
            /usr/sbin/frob -d
            """,
    };

    /// <summary><paramref name="script"/> names programs that other software brings; null where it names none.</summary>
    public static Finding? Check(Script script)
    {
        ByteSource text = script.File.Inode.Content;
        var scanner = new ToolPathScanner([.. script.Image.Profile.ForeignTools.Select(directory => $"/{directory}/")], StyleOf(script.Line));
        text.Slice(0, Math.Min(text.Length, MostRead)).ReadThrough(scanner.Take, piece: 64 * 1024);
        scanner.Finish();
        ToolPath[] foreign = [.. scanner.Found.Where(path => script.Image.FileAt(path.Path) is null)];
        if (foreign.Length == 0) return null;
        IEnumerable<string> shown = foreign.Take(MostShown).Select(path => $"'{Script.Shown(path.Path)}' (line {path.Line})");
        string more = foreign.Length > MostShown ? $" and {foreign.Length - MostShown} more" : "";
        return script.Image.Finding(Rule, script.Path, $"script '{script.Path}' names programs that the platform does not deliver: {string.Join(", ", shown)}{more}") with
        {
            Help = "use what the platform delivers, or look whether it is there",
            Detail = [new("tools", string.Join(' ', foreign.Select(path => path.Path)))],
        };
    }

    private static CommentStyle StyleOf(Shebang line) =>
        line.Words.Take(2).Select(word => word[(word.LastIndexOf('/') + 1)..]).Any(name => name is "dtrace" || VersionedName.LanguageOf(name) is "node" or "php")
            ? CommentStyle.Slash
            : CommentStyle.Hash;
}
