using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Acceptance.Inputs;

/// <summary>The sample platform in <c>manifests/</c>.</summary>
public sealed class SamplePlatform : PlatformUnderTest
{
    public override int Underfiles => 7;

    internal override Declarations Declarations => new(
        ["manifest.d/illumos.manifest", "manifest.d/live.manifest", "manifest.d/local-agent.manifest"], ["overlay", "proto", "man"])
    {
        Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["$AGENTVER"] = "1.4.2" },
    };

    protected override void MakeWorkspace(string workspace, bool reversed)
    {
        string sample = Checkout.At("manifests");
        string[] files = [.. Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(sample, file))
            .Where(file => file is "mlc.toml" || file.Split('/')[0] is "manifest.d" or "overlay" or "proto" or "man")
            .Order(StringComparer.Ordinal)];
        if (reversed) Array.Reverse(files);
        foreach (string file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(workspace, file))!);
            File.Copy(Path.Combine(sample, file), Path.Combine(workspace, file));
        }
    }
}
