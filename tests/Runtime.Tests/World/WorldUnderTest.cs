using ManifestLinker.Runtime.Tests.Git;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.World;

/// <summary>
/// A workspace with phases for one test. What the commands of phases share is a shell library, <c>lib.sh</c>: <c>begin NAME</c> takes down in the file
/// <c>began</c>, which is no source of any phase, that a phase runs, so that a test can tell who ran and in which order.
/// </summary>
internal sealed class WorldUnderTest : IDisposable
{
    private const string Library = "begin() { echo \"$1\" >> began; }\n";
    private readonly TemporaryFolder folder = new();

    public WorldUnderTest(string workspace)
    {
        Write("mlc.toml", workspace);
        Write("lib.sh", Library);
    }

    public string Path => folder.Path;

    /// <summary>A phase whose command is a script of the shell's, with further lines of its table.</summary>
    public static string Phase(string name, string script, params string[] lines) =>
        $"[[phase]]\nname = '{name}'\ncommand = ['sh', '-euc', '''. ./lib.sh; begin {name}; {script}''']\n{string.Join('\n', lines)}\n\n";

    public string At(string name) => folder.At(name);

    public void Write(string name, string text) => folder.Write(name, text);

    public string Read(string name) => File.ReadAllText(At(name));

    public bool Has(string name) => System.IO.Path.Exists(At(name));

    /// <summary>What began to run since this was last asked, in order.</summary>
    public string[] Began()
    {
        if (!Has("began")) return [];
        string[] names = File.ReadAllLines(At("began"));
        File.Delete(At("began"));
        return names;
    }

    /// <summary>A repository in a directory, with all that lies there committed.</summary>
    public void Commit(string directory)
    {
        if (!Has($"{directory}/.git")) GitWorkTree.GitIn(At(directory), "init", "--quiet", "--initial-branch=main");
        GitWorkTree.GitIn(At(directory), "add", "--all");
        GitWorkTree.GitIn(At(directory), "commit", "--quiet", "--message=state", "--no-verify");
    }

    /// <summary><c>mlc world</c> with these arguments, not started yet.</summary>
    public Launch Prepare(params string[] arguments) => GitWorkTree.MlcIn(Path, ["world", .. arguments]) with { Limit = TimeSpan.FromMinutes(3) };

    public Outcome World(params string[] arguments) => Prepare(arguments).Run();

    /// <summary>The names and contents of what phases made.</summary>
    public string[] Made(params string[] outputs) => [.. outputs.SelectMany(output => folder.Listing(output).Select(name => $"{output}/{name}"))
        .Select(name => File.Exists(At(name)) ? $"{name} {File.ReadAllText(At(name))}" : name)];

    /// <summary>Waits until <paramref name="holds"/>, which must come soon.</summary>
    public static void Await(Func<bool> holds, string what)
    {
        for (int times = 0; times < 600; times++)
        {
            if (holds()) return;
            Thread.Sleep(50);
        }
        Assert.Fail($"in half a minute it did not come that {what}");
    }

    public void Dispose() => folder.Dispose();
}
