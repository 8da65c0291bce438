using System.Text;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>
/// Every folder <c>tests/golden/AREA/CASE</c> with a file <c>transcript</c> is a test: its commands run in a copy of the
/// folder <c>in</c> beside it, and must say what the transcript says, word for word.
/// </summary>
public class TranscriptTests
{
    public static TheoryData<string> Cases() =>
        new(Directory.EnumerateFiles(Repository.Golden, "transcript", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Golden, Path.GetDirectoryName(file)!))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says_what_it_said(string name)
    {
        using TemporaryFolder here = new();
        string folder = Path.Combine(Repository.Golden, name);
        if (Directory.Exists(Path.Combine(folder, "in"))) ForeignTool.RunIn(folder, "cp", "-R", "in/.", here.Path);

        string now = Transcript.Replay(File.ReadAllText(Path.Combine(folder, "transcript")), here.Path);

        GoldenFile.Verify(name, "transcript", Encoding.UTF8.GetBytes(now));
    }
}
