using System.Globalization;
using System.IO.Abstractions;
using System.Text;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.World.Plan;

namespace ManifestLinker.Runtime.World.Run;

/// <summary>
/// Names one run of <c>mlc world</c>. The file <c>run</c> holds the name of the run that may start phases; a phase whose run is another does not begin,
/// and is ended.
/// </summary>
internal sealed record RunIdentity(int Process, long Ticks)
{
    /// <summary>The variable by which a run tells the phases it starts its name.</summary>
    public const string Variable = "MLC_WORLD_RUN";

    /// <summary>The name, which no other run on this machine has.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Process}-{Ticks}");

    /// <summary>Makes this the run that may start phases.</summary>
    public void Begin(IFileSystem files, WorldFolder folder) => WholeFile.Write(files, folder.CurrentRun, Encoding.ASCII.GetBytes(Name));

    /// <summary>Says that no run may start phases.</summary>
    public static void End(IFileSystem files, WorldFolder folder) => WholeFile.Write(files, folder.CurrentRun, "none"u8);

    /// <summary>The name of the run that may start phases.</summary>
    public static string Current(IFileSystem files, WorldFolder folder) =>
        files.File.Exists(folder.CurrentRun) ? Encoding.ASCII.GetString(files.File.ReadAllBytes(folder.CurrentRun)) : "none";
}
