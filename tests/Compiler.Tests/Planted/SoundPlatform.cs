using CsCheck;

namespace ManifestLinker.Compiler.Tests.Planted;

/// <summary>
/// Lines with which nothing is wrong, by the way they are made: every parent is declared first, every link leads, the shortest way, to
/// a file or directory that is there, and no hard link leaves its file system.
/// </summary>
internal sealed class SoundPlatform
{
    private readonly List<string> lines = [.. Always];
    private readonly List<string> directories = ["usr", "usr/lib", "etc", "var"];
    private readonly List<string> files = ["etc/motd", "usr/lib/sound"];

    // Where faults of a certain place are planted, and what the lines that are made by chance begin with.
    private static readonly string[] Always =
    [
        "d usr 0755 root sys", "d usr/lib 0755 root bin", "d usr/include 0755 root bin", "d etc 0755 root sys", "d var 0755 root sys",
        "d tmp 1777 root sys", "d opt 0755 root sys", "f etc/motd 0644 root sys", "f usr/lib/sound 0555 root bin",
    ];

    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Int[0, 11], Gen.Int[0, 999], Gen.OneOf("0444", "0644", "0555", "0755"), Gen.OneOf("root", "bin", "daemon"), Gen.OneOf("bin", "sys", "mail"),
        (what, where, mode, owner, group) => new Step(what, where, mode, owner, group));

    public static Gen<SoundPlatform> Any { get; } = AnyStep.Array[0, 40].Select(steps => new SoundPlatform(steps));

    private SoundPlatform(IReadOnlyList<Step> steps)
    {
        for (int i = 0; i < steps.Count; i++) Add(steps[i], $"n{i}");
    }

    public IReadOnlyList<string> Lines => lines;

    /// <summary>The directories that anything may lie in.</summary>
    public IReadOnlyList<string> Directories => directories;

    private void Add(Step step, string name)
    {
        string path = $"{directories[step.Where % directories.Count]}/{name}";
        string file = files[step.Where % files.Count];
        switch (step.What)
        {
            case 0 or 1:
                lines.Add($"d {path} 0755 {step.Owner} {step.Group}");
                directories.Add(path);
                break;
            case 2:
                lines.Add($"s {path}={Way(path, file)}");
                break;
            case 3:
                lines.Add($"s {path}={Way(path, directories[step.Where / 7 % directories.Count])}");
                break;
            case 4 when IsOfUsr(path) == IsOfUsr(file):
                lines.Add($"h {path}={file}");
                break;
            case 5:
                lines.Add("# a remark");
                break;
            case 6:
                lines.Add("");
                break;
            default:
                lines.Add($"f {path} {step.Mode} {step.Owner} {step.Group}");
                files.Add(path);
                break;
        }
    }

    private static bool IsOfUsr(string path) => path.StartsWith("usr/", StringComparison.Ordinal);

    // Up to what the two have in common, and down; a directory above the link is named from its own parent, for want of a shorter name.
    private static string Way(string link, string target)
    {
        string[] from = link.Split('/')[..^1];
        string[] to = target.Split('/');
        int common = 0;
        while (common < from.Length && common < to.Length - 1 && string.Equals(from[common], to[common], StringComparison.Ordinal)) common++;
        return string.Join('/', Enumerable.Repeat("..", from.Length - common).Concat(to[common..]));
    }

    private sealed record Step(int What, int Where, string Mode, string Owner, string Group);
}
