using System.Globalization;
using System.Numerics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Mtree;

/// <summary>The keywords of a line, those of <c>/set</c> included, and what their values mean.</summary>
internal sealed class MtreeKeywords
{
    private readonly Dictionary<string, (string Text, MtreeWord At)> values = new(StringComparer.Ordinal);

    public MtreeKeywords()
    {
    }

    /// <summary>A copy, for a line that adds to what <c>/set</c> says.</summary>
    public MtreeKeywords(MtreeKeywords defaults) => values = new(defaults.values, StringComparer.Ordinal);

    /// <summary>Adds <c>keyword=value</c>, or a keyword that has none; a word without a meaning here says nothing, as mtree(5) wants it.</summary>
    public void Set(MtreeWord word)
    {
        int equals = word.Text.IndexOf('=', StringComparison.Ordinal);
        string? keyword = (equals < 0 ? word.Text : word.Text[..equals], equals < 0) switch
        {
            ("md5digest", false) => "md5",
            ("sha256digest", false) => "sha256",
            ("type" or "mode" or "uid" or "gid" or "uname" or "gname" or "size" or "time" or "nlink" or "link" or "device"
                or "md5" or "sha256" or "inode" or "resdevice" or "flags", false) => word.Text[..equals],
            ("optional", true) => "optional",
            _ => null,
        };
        if (keyword is not null) values[keyword] = (equals < 0 ? "" : word.Text[(equals + 1)..], word);
    }

    /// <summary>Takes back what was set for <paramref name="keyword"/>, or for all.</summary>
    public void Unset(string keyword)
    {
        if (keyword is "all") values.Clear();
        else values.Remove(keyword);
    }

    /// <summary>The entry for <paramref name="path"/>. A value that makes no sense is a problem and left out.</summary>
    public MtreeEntry Entry(ImagePath path, MtreeWord first, Action<MtreeWord, string> problem) => new()
    {
        Path = path,
        Line = first.Line,
        Column = first.Column,
        Kind = Value("type", MtreeType.KindFor, problem),
        Permissions = Value("mode", text => Octal(text) ?? (text.Length > 0 && char.IsAsciiDigit(text[0]) ? null : SymbolicMode.Parse(text)), problem),
        Uid = Value("uid", Number<uint>, problem),
        Gid = Value("gid", Number<uint>, problem),
        User = Text("uname", problem),
        Group = Text("gname", problem),
        Size = Value("size", Number<long>, problem),
        Modified = Value("time", Seconds, problem),
        Links = Value("nlink", Number<long>, problem),
        Target = Text("link", problem),
        Device = Value("device", DeviceOf, problem),
        Md5 = Value("md5", text => Hash(text, 16), problem),
        Sha256 = Value("sha256", text => Hash(text, 32), problem),
        Inode = Raw("inode") is { } inode ? $"{Raw("resdevice")} {inode}" : null,
        Flags = Raw("flags"),
        IsOptional = Raw("optional") is not null,
    };

    private string? Raw(string keyword) => values.TryGetValue(keyword, out (string Text, MtreeWord At) value) ? value.Text : null;

    private T? Value<T>(string keyword, Func<string, T?> parse, Action<MtreeWord, string> problem)
        where T : struct
    {
        if (!values.TryGetValue(keyword, out (string Text, MtreeWord At) value)) return null;
        T? parsed = parse(value.Text);
        if (parsed is null) problem(value.At, $"'{keyword}={value.Text}' makes no sense");
        return parsed;
    }

    private string? Text(string keyword, Action<MtreeWord, string> problem)
    {
        if (!values.TryGetValue(keyword, out (string Text, MtreeWord At) value)) return null;
        string? text = VisText.Decode(value.Text);
        if (text is null) problem(value.At, $"'{keyword}={value.Text}' has a backslash that escapes nothing");
        return text;
    }

    private static T? Number<T>(string text)
        where T : struct, INumber<T> =>
        T.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out T value) ? value : null;

    private static long? Seconds(string text)
    {
        // What follows the dot is a number of nanoseconds.
        int dot = text.IndexOf('.', StringComparison.Ordinal);
        string whole = dot < 0 ? text : text[..dot];
        return long.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;
    }

    private static int? Octal(string text)
    {
        int value = 0;
        foreach (char digit in text)
        {
            if (digit is < '0' or > '7') return null;
            value = (value << 3) | (digit - '0');
            if (value > 0xfff) return null;
        }
        return text.Length == 0 ? null : value;
    }

    private static DeviceNumber? DeviceOf(string text)
    {
        // The format before the numbers says how one system packs them into one; a packed number does not say which.
        string[] parts = text.Split(',');
        return parts.Length == 3 && Number<uint>(parts[1]) is { } major && Number<uint>(parts[2]) is { } minor
            ? new DeviceNumber(major, minor)
            : null;
    }

    private static Digest? Hash(string text, int length) => Digest.TryParse(text, length, out Digest digest) ? digest : null;
}
