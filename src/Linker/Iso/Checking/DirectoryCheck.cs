using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Iso.Format;
using ManifestLinker.Linker.Problems;

namespace ManifestLinker.Linker.Iso;

/// <summary>
/// Checks the records of all directories: numbers in both orders, that each directory begins with itself and its parent, and the order of names. What cannot
/// be read at all is thrown by the reader.
/// </summary>
internal sealed class DirectoryCheck(IsoVolume volume, ProblemList problems)
{
    private readonly List<CheckedDirectory> directories = [];
    private readonly List<(long Start, long End, bool IsDirectory)> ranges = [];
    private readonly HashSet<long> seen = [];

    /// <summary>All directories in the order of a path table, the top one first.</summary>
    public IReadOnlyList<CheckedDirectory> Directories => directories;

    /// <summary>Where directories and contents lie, in bytes.</summary>
    public IReadOnlyList<(long Start, long End, bool IsDirectory)> Ranges => ranges;

    public void Run()
    {
        long top = volume.Top.Block + volume.Top.AttributeBlocks;
        Enter(new CheckedDirectory([0], 0, top, volume.Top.Size));
        for (int number = 0; number < directories.Count; number++) Check(number);
    }

    private void Check(int number)
    {
        CheckedDirectory directory = directories[number];
        long start = directory.Block * volume.BlockSize;
        if (directory.Size == 0 || directory.Size % IsoFormat.Sector != 0)
            problems.Add($"a directory has {directory.Size} bytes, which are no whole sectors", start);
        var before = default(ReadOnlyMemory<byte>);
        int index = 0;
        foreach (DirectoryRecord record in RecordReader.Read(volume, ImagePath.Root, directory.Block, directory.Size))
        {
            if (!record.NumbersAgree) problems.Add($"a record of this directory has numbers that are different in their two byte orders", start);
            if (index == 0) CheckSpecial(record, record.IsItself, directory, "itself", start);
            else if (index == 1) CheckSpecial(record, record.IsParent, directories[directory.Parent], "its parent", start);
            else
            {
                byte[] name = record.Name.ToArray();
                if (!before.IsEmpty && PlainOrder.Compare(before.Span, name) > 0) problems.Add($"the records of this directory are not in order", start);
                before = name;
                Take(record, name, number);
            }
            index++;
        }
        if (index < 2) problems.Add($"a directory does not hold itself and its parent", start);
    }

    private void CheckSpecial(DirectoryRecord record, bool isNamed, CheckedDirectory expected, string what, long start)
    {
        // A directory that was moved has its parent where it would belong.
        if (!isNamed) problems.Add($"a directory does not begin with itself and its parent", start);
        else if (record.Block + record.AttributeBlocks != expected.Block) problems.Add($"a directory has {what} at block {record.Block}, not {expected.Block}", start);
        else if (record.Size != expected.Size) problems.Add($"a directory has {what} with {record.Size} bytes, not {expected.Size}", start);
    }

    private void Take(DirectoryRecord record, byte[] name, int number)
    {
        if (record.Size == 0) return;
        long block = (long)record.Block + record.AttributeBlocks;
        if (!volume.Holds(block, record.Size))
        {
            problems.Add($"something is said to have {record.Size} bytes from block {block} on, behind the end of the image", directories[number].Block * volume.BlockSize);
            return;
        }
        if ((record.Flags & RecordFlags.Directory) != RecordFlags.None) Enter(new CheckedDirectory(name, number, block, record.Size));
        else if (seen.Add(block)) ranges.Add((block * volume.BlockSize, (block * volume.BlockSize) + record.Size, false));
    }

    private void Enter(CheckedDirectory directory)
    {
        long start = directory.Block * volume.BlockSize;
        if (!seen.Add(directory.Block)) problems.Add($"two records have the same directory, or a file in its place", start);
        else
        {
            directories.Add(directory);
            ranges.Add((start, start + directory.Size, true));
        }
    }
}
