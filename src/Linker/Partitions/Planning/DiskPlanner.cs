using System.Globalization;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Extents;
using ManifestLinker.Linker.Partitions.Format;

namespace ManifestLinker.Linker.Partitions;

/// <summary>
/// Plans a disk that starts illumos by BIOS and by UEFI, as smartos-live's format_image makes it: both stages of the loader, a partition table of 128 entries, and
/// the slices. The same content gives the same disk, down to the last byte.
/// </summary>
/// <remarks>
/// The original writes a table of 9 entries, fewer than UEFI allows, and leaves out the last, partly filled sector of the second stage. Here are 128, and all of it.
/// </remarks>
public static class DiskPlanner
{
    /// <summary>The plan of a disk with <paramref name="layout"/> that holds <paramref name="content"/>, or why there is none.</summary>
    public static DiskResult Plan(DiskLayout layout, DiskContent content)
    {
        byte[] second = content.SecondStage.Slice(0, Math.Min(content.SecondStage.Length, layout.Boot.Bytes + 1)).ToArray();
        byte[] first = content.FirstStage.Slice(0, Math.Min(content.FirstStage.Length, GptFormat.Sector + 1)).ToArray();
        string[] objections =
        [
            .. new[]
            {
                ProtectiveMbr.WhyNot(first), SecondStage.WhyNot(second, layout.Boot.Bytes), WhyNot(layout.Loader, content.Loader), WhyNot(layout.Root, content.Root),
            }.OfType<string>(),
        ];
        return objections.Length > 0 ? new DiskUnrepresentable(objections) : new DiskPlan(Compose(layout, content, first, second), layout);
    }

    private static string? WhyNot(DiskSlice slice, ByteSource content) => content.Length == slice.Bytes
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"what is to lie in the slice '{slice.Name}' has {content.Length} bytes, and the slice has {slice.Bytes}");

    private static ExtentBytes Compose(DiskLayout layout, DiskContent content, byte[] first, byte[] second)
    {
        byte[] mbr = ProtectiveMbr.Write(first, layout, content.SecondStage.Length, Identity("mbr"));
        GptPartition[] partitions =
        [
            .. layout.Slices.Select(slice => new GptPartition(
                slice.Index, slice.Type, Identity(slice.Name), (ulong)slice.Start, (ulong)(slice.Start + slice.Sectors - 1), 0, slice.Name)),
        ];
        return new ExtentBytes(
            layout.Sectors * GptFormat.Sector,
            [
                new(0, new MemoryBytes(mbr)),
                .. GptWriter.Write(layout.Sectors, Identity("disk"), partitions),
                new(layout.Loader.Offset, content.Loader),
                new(layout.Boot.Offset, new MemoryBytes(SecondStage.Patched(second, layout.Root.Start))),
                new(layout.Root.Offset, content.Root),
            ]);

        Guid Identity(string role) => NameGuid.Of($"{content.Stamp}/{role}");
    }
}
