using System.IO.Abstractions;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.World.Facts;

namespace ManifestLinker.Runtime.World.Plan;

/// <summary>
/// That a phase was done, and with which inputs. One that is not <see cref="IsSettled"/> was made while its sources changed: the outputs are there,
/// but nobody knows of which sources.
/// </summary>
internal sealed record Stamp(FactList Facts, bool IsSettled)
{
    private const string KeyField = "key";
    private const string SettledField = "settled";

    /// <summary>The stamp at <paramref name="path"/>; null where there is none.</summary>
    public static Stamp? Read(IFileSystem files, string path)
    {
        if (!files.File.Exists(path)) return null;
        Fact[] all = [.. FactList.Parse(files.File.ReadAllBytes(path)).Facts];
        if (all is not [{ Fields: [KeyField, var key] }, { Fields: [SettledField, var settled] }, .. var facts]) return null;
        var stamp = new Stamp(new FactList(facts), settled == "yes");
        // Somebody wrote in it: then it says nothing.
        return stamp.Facts.Key.Hex == key ? stamp : null;
    }

    /// <summary>Puts it at <paramref name="path"/>, as a whole or not at all.</summary>
    public void Write(IFileSystem files, string path) => WholeFile.Write(
        files,
        path,
        new FactList([new(KeyField, Facts.Key.Hex), new(SettledField, IsSettled ? "yes" : "no"), .. Facts.Facts]).ToBytes());
}
