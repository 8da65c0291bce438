using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using System.Security.Cryptography;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC4009: Two files of the image have the same content.</summary>
public static class DuplicateContent
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC4009",
        Name = "duplicate-content",
        Severity = Severity.Warning,
        OptIn = true,
        Phase = Phase.Audit,
        Summary = "Two files of the image have the same content.",
        Explanation =
            "The root lies in memory and /usr is compressed, so what is there twice is paid for twice. It comes from a proto "
            + "area where one was a link to the other, and a manifest that delivers both as files; or from a component that "
            + "keeps a copy of what another delivers.",
        Bad = "f usr/share/man/man1/[.1 0444 root bin",
        Good = "h usr/share/man/man1/[.1=usr/share/man/man1/test.1",
    };

    /// <summary>The files of <paramref name="image"/> whose content another has. Only files of one size are read.</summary>
    public static IEnumerable<Finding> Check(AuditedImage image, CancellationToken cancel)
    {
        if (!image.Input.Counts(Rule)) return [];
        AuditedFile[] alike =
        [
            .. image.Files.Where(file => file.Inode.Size > 0).GroupBy(file => file.Inode.Size).Where(group => group.Skip(1).Any()).SelectMany(group => group),
        ];
        var digests = new string[alike.Length];
        for (int i = 0; i < alike.Length; i++) digests[i] = Digest(alike[i].Inode.Content, cancel);
        return alike.Zip(digests).GroupBy(pair => (pair.First.Inode.Size, pair.Second), pair => pair.First)
            .Where(group => group.Skip(1).Any())
            .Select(group => At(image, [.. group]));
    }

    private static Finding At(AuditedImage image, AuditedFile[] same)
    {
        long wasted = same[0].Inode.Size * (same.Length - 1);
        string others = string.Join(", ", same.Skip(1).Take(Shown).Select(file => $"'{file.Path}'")) + (same.Length - 1 > Shown ? $" and {same.Length - 1 - Shown} more" : "");
        return image.Finding(Rule, same[0].Path, $"'{same[0].Path}' has the content of {others}: {wasted} bytes are there again") with
        {
            Help = "deliver one of them, and links to it",
            Related = [.. same.Skip(1).Take(Shown).Select(file => new Related($"'{file.Path}'", image.Input.Union?.Find(file.Path)?.Origin.PathLocation))],
            Detail = [new("files", $"{same.Length}"), new("bytes", $"{wasted}")],
        };
    }

    private const int Shown = 4;

    private static string Digest(ByteSource content, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        content.ReadThrough(hash.AppendData, cancel: cancel);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
