using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Partitions;
using ManifestLinker.Linker.Tests.Fat;

namespace ManifestLinker.Linker.Tests.Partitions;

/// <summary>What gdisk says about a disk of ours, and what we say about its.</summary>
public class GptForeignReaderTests
{
    [FactNeeding("sgdisk")]
    public void Sgdisk_has_nothing_to_say()
    {
        using var folder = new TemporaryFolder();
        foreach (long bytes in new[] { SmallDisk.Bytes, 4_000_000_000, 16_000_000_000, DiskLayout.FewestBytes })
        {
            DiskPlan plan = SmallDisk.Planned(bytes);
            string image = FatImage.Written(folder, "disk.img", plan.Image);
            Outcome verified = ForeignTool.Run("sgdisk", "-v", image).Exits(0);
            verified.Output.Should().Contain("No problems found.");
            (verified.Output + verified.Errors).Should().NotContainAny("arning", "aution", "rror", "Problem:");
        }
    }

    [FactNeeding("sgdisk")]
    public void Sgdisk_finds_every_partition()
    {
        using var folder = new TemporaryFolder();
        DiskPlan plan = SmallDisk.Planned();
        string image = FatImage.Written(folder, "disk.img", plan.Image);
        GptTable table = GptReader.Read(plan.Image);
        ForeignTool.Run("sgdisk", "-p", image).Exits(0).Output.Should().Contain($"Disk identifier (GUID): {table.Disk.ToString().ToUpperInvariant()}")
            .And.Contain("Partition table holds up to 128 entries").And.Contain("First usable sector is 34, last usable sector is 3789029")
            .And.Contain("Main partition table begins at sector 2 and ends at sector 33");
        foreach (GptPartition partition in table.Partitions)
        {
            ForeignTool.Run("sgdisk", "-i", $"{partition.Index + 1}", image).Exits(0).Output.Should()
                .Contain($"Partition GUID code: {partition.Type.ToString().ToUpperInvariant()}")
                .And.Contain($"Partition unique GUID: {partition.Identity.ToString().ToUpperInvariant()}")
                .And.Contain($"First sector: {partition.FirstSector} ").And.Contain($"Last sector: {partition.LastSector} ")
                .And.Contain("Attribute flags: 0000000000000000").And.Contain($"Partition name: '{partition.Name}'");
        }
        table.Partitions.Select(partition => partition.Index).Should().Equal(0, 1, 2, 8);
    }

    [FactNeeding("sgdisk")]
    public void What_sgdisk_makes_is_read_and_sound()
    {
        using var folder = new TemporaryFolder();
        string image = folder.At("theirs.img");
        using (FileStream file = File.Create(image)) file.SetLength(64 << 20);
        ForeignTool.Run(
            "sgdisk", "-n", "1:2048:+8M", "-t", "1:EF00", "-c", "1:first", "-n", "5:40960:0", "-c", "5:the fifth \u00e9", "-A", "5:set:2",
            "-u", "5:11111111-2222-3333-4444-555555555555", image).Exits(0);
        var bytes = new MemoryBytes(File.ReadAllBytes(image));
        GptReader.IsGpt(bytes).Should().BeTrue();
        GptTable table = GptReader.Read(bytes);
        table.Damage.Should().BeNull();
        table.Partitions.Select(partition => (partition.Index, partition.Name, partition.FirstSector, partition.LastSector, partition.Attributes)).Should().Equal(
            (0, "first", 2048ul, 18_431ul, 0ul), (4, "the fifth \u00e9", 40_960ul, 131_038ul, 4ul));
        table.Partitions[0].Type.Should().Be(PartitionTypes.EfiSystem);
        table.Partitions[1].Identity.Should().Be(new Guid("11111111-2222-3333-4444-555555555555"));
        GptChecker.Check(bytes).Should().BeEmpty();
    }
}
