using System.Text;

namespace ManifestLinker.Runtime.Tests;

/// <summary>An expected output that is committed. Where the real one differs, it is written beside it as <c>NAME.actual</c>.</summary>
internal static class GoldenFile
{
    public static void Verify(string folder, string name, byte[] actual)
    {
        string file = Path.Combine(Repository.Golden, folder, name);
        byte[] expected = File.Exists(file) ? File.ReadAllBytes(file) : [];
        if (expected.AsSpan().SequenceEqual(actual) && File.Exists(file))
        {
            File.Delete(file + ".actual");
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file + ".actual", actual);
        Encoding.UTF8.GetString(actual).Should().Be(Encoding.UTF8.GetString(expected), "{0} says so; the real output is in {0}.actual", file);
        Assert.Fail($"{file} is missing, or differs in bytes; the real output is in {file}.actual");
    }
}
