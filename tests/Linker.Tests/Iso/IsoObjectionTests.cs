using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Iso;
using ManifestLinker.Linker.Tests.Tar;

namespace ManifestLinker.Linker.Tests.Iso;

/// <summary>What an image cannot hold.</summary>
public class IsoObjectionTests
{
    private static readonly IsoOptions Options = new() { Time = 0 };

    public static TheoryData<string, string> Unrepresentable() => new()
    {
        { "label", ": the label 'smartos' is not 1 to 32 capital letters, digits and underscores" },
        { "no label", ": the label '' is not 1 to 32 capital letters, digits and underscores" },
        { "time", ": the time -3000000000 lies outside the years 1900 to 2155" },
        { "name", "nnn*: the name has 256 bytes, and 255 are the most" },
        { "path", "*/p: the path has 1025 bytes, and 1024 are the most" },
        { "late", "f: the time 9000000000 lies outside the years 1900 to 2155" },
        { "target", "l: the target has 1024 bytes, and 1023 are the most" },
        { "no target", "l: the target is empty" },
        { "device", "c: the device number 0,256 cannot be written so that it reads the same" },
        { "no boot", "boot/cdboot: it is to be started, and is not in the tree" },
        { "boot directory", "d: it is to be started, and is no file" },
        { "boot empty", "e: it is to be started, and is empty" },
        { "boot short", "s: it is to have a boot info table, and is too short for that" },
    };

    [Theory]
    [MemberData(nameof(Unrepresentable))]
    public void What_has_no_place_is_said(string what, string objection)
    {
        IsoOptions options = what switch
        {
            "label" => Options with { Label = "smartos" },
            "no label" => Options with { Label = "" },
            "time" => Options with { Time = -3_000_000_000 },
            "no boot" => Booting("boot/cdboot"),
            "boot directory" => Booting("d"),
            "boot empty" => Booting("e"),
            "boot short" => Booting("s"),
            _ => Options,
        };
        TreeEntry[] entries = what switch
        {
            "name" => [SmallTree.File(new string('n', 256))],
            "path" => [.. Enumerable.Range(1, 4).Select(depth => SmallTree.Directory(string.Join('/', Enumerable.Repeat(new string('d', 255), depth)))),
                SmallTree.File(string.Join('/', Enumerable.Repeat(new string('d', 255), 4)) + "/p")],
            "late" => [SmallTree.File("f", time: 9_000_000_000)],
            "target" => [SmallTree.Link("l", new string('t', 1024))],
            "no target" => [SmallTree.Link("l", "")],
            "device" => [SmallTree.Device("c", FileKind.CharacterDevice, 0, 256)],
            _ => [SmallTree.Directory("d"), SmallTree.File("e"), SmallTree.File("s", "short")],
        };
        var result = (IsoUnrepresentable)IsoPlanner.Plan(SmallTree.Of(entries), options);
        result.Objections.Select(found => $"{found.Path}: {found.Message}").Should().ContainSingle().Which.Should().Match(objection);

        static IsoOptions Booting(string file) => Options with { Boot = [new IsoBoot(ImagePath.Parse(file), BootPlatform.Bios, HasInfoTable: true)] };
    }
}
