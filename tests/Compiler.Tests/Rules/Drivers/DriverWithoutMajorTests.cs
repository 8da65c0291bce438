using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Rules.Drivers;

namespace ManifestLinker.Compiler.Tests.Rules.Drivers;

/// <summary>What lies among the drivers need not be one.</summary>
public sealed class DriverWithoutMajorTests
{
    [Theory]
    [InlineData(1, "ddi_attach", "mod_driverops")]
    [InlineData(0, "mod_miscops")]
    [InlineData(1)]
    public void A_module_is_a_driver_where_it_has_the_operations_of_one(int findings, params string[] wanted)
    {
        AuditedImage empty = TableImage.Of(new Dictionary<string, byte[]> { ["etc/name_to_major"] = [], ["kernel/drv/amd64/strange"] = [] });
        var elf = new ElfObject
        {
            Class = ElfClass.Bits64,
            Type = ElfType.Relocatable,
            Machine = 62,
            Symbols = new ElfSymbols([], [.. wanted.Select(name => new WantedSymbol(name, 0, IsWeak: false))]),
        };
        var image = new AuditedImage(
            empty.Input,
            [.. empty.Files.Select(file => file.Path.Name == "strange" ? file with { Facts = new FileFacts(elf, null) } : file)]);
        DriverRules.Check(image).Where(finding => finding.Rule == DriverWithoutMajor.Rule).Should().HaveCount(findings);
    }
}
