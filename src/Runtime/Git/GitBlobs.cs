using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ManifestLinker.Runtime.Git;

/// <summary>The contents of blobs, from <c>git cat-file</c> running beside mlc; as they are stored, without the filters of a checkout.</summary>
internal sealed class GitBlobs(GitProgram git) : IDisposable
{
    private const long MostKept = 64L << 20;
    private const int MostHeader = 256;

    private readonly Dictionary<string, byte[]> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> sizes = new(StringComparer.Ordinal);
    private readonly Lock oneAtATime = new();
    private Process? contents;
    private Process? facts;
    private long keptBytes;

    /// <summary>The content of the blob with this name.</summary>
    /// <exception cref="InvalidDataException">The repository has none.</exception>
    public byte[] Read(string blob)
    {
        lock (oneAtATime)
        {
            if (kept.TryGetValue(blob, out byte[]? known)) return known;
            Stream answers = Ask(ref contents, "--batch", blob);
            byte[] content = new byte[SizeIn(Header(answers, blob), blob)];
            answers.ReadExactly(content);
            answers.ReadExactly(new byte[1]);
            if (keptBytes + content.Length > MostKept)
            {
                kept.Clear();
                keptBytes = 0;
            }
            kept.Add(blob, content);
            keptBytes += content.Length;
            return content;
        }
    }

    /// <summary>The length of the blob with this name, in bytes.</summary>
    /// <exception cref="InvalidDataException">The repository has none.</exception>
    public long Size(string blob)
    {
        lock (oneAtATime)
        {
            if (sizes.TryGetValue(blob, out long known)) return known;
            long size = SizeIn(Header(Ask(ref facts, "--batch-check", blob), blob), blob);
            sizes.Add(blob, size);
            return size;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // It ends when there is nothing more to ask.
        foreach (Process process in new[] { contents, facts }.OfType<Process>())
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
        }
        (contents, facts) = (null, null);
    }

    private Stream Ask(ref Process? process, string how, string blob)
    {
        process ??= git.Start(["cat-file", how], interactive: true);
        Stream questions = process.StandardInput.BaseStream;
        questions.Write(Encoding.ASCII.GetBytes(blob + "\n"));
        questions.Flush();
        return GitProgram.AnswersOf(process);
    }

    private static string Header(Stream answers, string blob)
    {
        var line = new StringBuilder();
        for (int next = answers.ReadByte(); next != '\n'; next = answers.ReadByte())
        {
            if (next < 0 || line.Length == MostHeader) throw new InvalidDataException($"git cat-file gives no answer about {blob}");
            line.Append((char)next);
        }
        return line.ToString();
    }

    private static long SizeIn(string header, string blob) => header.Split(' ') is [_, "blob", var size]
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out long length) && length <= Array.MaxLength
            ? length
            : throw new InvalidDataException($"git has no blob {blob}: it says '{header}'");
}
