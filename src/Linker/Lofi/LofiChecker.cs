using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Pipeline;

namespace ManifestLinker.Linker.Lofi;

/// <summary>
/// Says what is wrong with a compressed lofi file. The driver itself (illumos <c>uts/common/io/lofi.c</c>) checks little
/// when it attaches one; broken numbers come out as errors, or worse, when the image is read.
/// </summary>
public static class LofiChecker
{
    /// <summary>All findings about <paramref name="file"/>, every segment decoded on <paramref name="jobs"/> threads; none for a clean file.</summary>
    public static IReadOnlyList<LofiProblem> Check(ByteSource file, int jobs = 1, CancellationToken cancel = default)
    {
        var problems = new List<LofiProblem>();
        if (file.Length % LofiHeader.Alignment != 0)
            problems.Add(Fatal($"the file has {file.Length} bytes, which is no multiple of {LofiHeader.Alignment}"));
        LofiIndex index;
        try
        {
            index = LofiIndex.Read(file);
        }
        catch (InvalidDataException e)
        {
            problems.Add(Fatal(e.Message));
            return problems;
        }
        if (index.Header.ImageLength % LofiHeader.Alignment != 0)
            problems.Add(Fatal($"the image has {index.Header.ImageLength} bytes, which is no multiple of {LofiHeader.Alignment}"));
        if (!IsPadded(file, index.Header.Algorithm)) problems.Add(Note("the name of the algorithm is not padded with zeros"));
        var image = new LofiBytes(file, index);
        OrderedPipeline.Run(
            Enumerable.Range(0, index.Header.Segments), (number, _) => CheckSegment(image, number), problems.AddRange, jobs, cancel);
        CheckTail(file, index.End, problems);
        return problems;
    }

    private static bool IsPadded(ByteSource file, LofiAlgorithm algorithm)
    {
        Span<byte> name = stackalloc byte[LofiHeader.NameLength];
        file.Read(0, name);
        return !name[algorithm.Name.Length..].ContainsAnyExcept((byte)0);
    }

    private static List<LofiProblem> CheckSegment(LofiBytes image, int number)
    {
        var problems = new List<LofiProblem>();
        try
        {
            image.Check(number, text => problems.Add(Note(text)));
        }
        catch (InvalidDataException e)
        {
            problems.Add(Fatal(e.Message));
        }
        return problems;
    }

    private static void CheckTail(ByteSource file, long end, List<LofiProblem> problems)
    {
        long length = file.Length - end;
        if (length >= LofiHeader.Alignment)
            problems.Add(Note($"{length} bytes follow the last segment, not fewer than {LofiHeader.Alignment}"));
        bool zero = true;
        file.Slice(end, length).ReadThrough(bytes => zero &= !bytes.ContainsAnyExcept((byte)0));
        if (!zero) problems.Add(Note("the padding after the last segment is not all zeros"));
    }

    private static LofiProblem Fatal(string message) => new(LofiSeverity.Fatal, message);

    private static LofiProblem Note(string message) => new(LofiSeverity.Note, message);
}
