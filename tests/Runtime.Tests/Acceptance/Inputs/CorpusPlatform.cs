using System.Text;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Acceptance.Inputs;

/// <summary>
/// The real manifests of SmartOS over a proto area of real size, which <c>MLC_AREA</c> names or <c>mkproto</c> makes.
/// </summary>
public sealed class CorpusPlatform : PlatformUnderTest
{
    /// <summary>The password of root.</summary>
    public const string RootPassword = "not for the real world";

    private static readonly string[] Components = ["illumos", "illumos-extra", "live", "man"];
    private static readonly string[] Directories = ["overlay/generic", "proto", "man/man"];

    private readonly TemporaryFolder made = new();
    private readonly Lazy<string> area;

    public CorpusPlatform() => area = new(() => Environment.GetEnvironmentVariable("MLC_AREA") is { Length: > 0 } given
        ? Path.GetFullPath(given)
        : Make(made.At("area")));

    public override int Underfiles => 37;

    internal override Declarations Declarations => new(
        [.. Components.Select(Manifest)], [.. Directories.Select(directory => Path.Combine(area.Value, directory))])
    {
        Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["$LIBSTDCXXVER"] = "6.0.33" },
    };

    /// <summary>The workspace file, with or without the known faults excused.</summary>
    internal string WorkspaceFile(bool excused)
    {
        var text = new StringBuilder($"[platform]\nprofile = \"smartos\"\nbuildstamp = \"{LinkedPlatform.Stamp}\"\n");
        foreach (string component in Components) text.Append($"\n[[component]]\nname = \"{component}\"\nmanifest = \"{Manifest(component)}\"\n");
        text.Append("\n[variables]\nLIBSTDCXXVER = \"6.0.33\"\n\n[search]\ndirectories = [");
        text.AppendJoin(", ", Directories.Select(directory => $"\"{Path.Combine(area.Value, directory)}\"")).Append("]\n");
        foreach (KnownFault fault in excused ? KnownFault.OfTheCorpus : [])
            text.Append($"\n[[exception]]\nrule = \"{fault.Rule}\"\npath = \"{fault.Path}\"\nreason = \"{fault.Reason}\"\n");
        // The objects of the area are those of a Linux machine: an audit would say so of each.
        return text.Append("\n[link]\nfail-on = \"error\"\naudit = \"off\"\n\n[password]\nroot = \"file\"\nfile = \"root.password\"\n").ToString();
    }

    // The workspace names the file.
    protected override string[] Password => [];

    protected override void MakeWorkspace(string workspace, bool reversed)
    {
        File.WriteAllText(Path.Combine(workspace, "mlc.toml"), WorkspaceFile(excused: true));
        File.WriteAllText(Path.Combine(workspace, "root.password"), RootPassword + "\n");
    }

    protected override void Dispose(bool disposing)
    {
        made.Dispose();
        base.Dispose(disposing);
    }

    private string Manifest(string component) => Path.Combine(area.Value, "manifest.d", component + ".manifest");

    private static string Make(string area)
    {
        ForeignTool.Run("python3", Checkout.Shared("tools/mkproto"), "-o", area).Exits(0);
        return area;
    }
}
