using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Compiler.Audit.Cache;

/// <summary>What a file is, as bytes and back.</summary>
internal static class FactsCodec
{
    private const int Data = 0, Script = 1, Object = 2;

    public static byte[] Encode(FileFacts facts)
    {
        var writer = new FactsWriter();
        if (facts.Elf is { } elf)
        {
            writer.Number(Object);
            ElfCodec.Write(writer, elf);
        }
        else if (facts.Shebang is { } shebang)
        {
            writer.Number(Script);
            writer.Text(shebang.Text);
            writer.Number((int)shebang.End);
        }
        else
        {
            writer.Number(Data);
        }
        return writer.ToArray();
    }

    /// <summary>The facts in <paramref name="bytes"/>; null where these are none.</summary>
    public static FileFacts? Decode(ReadOnlyMemory<byte> bytes)
    {
        var reader = new FactsReader(bytes);
        FileFacts? facts = reader.Int() switch
        {
            Data => FileFacts.Data,
            Script => new FileFacts(null, new Shebang(reader.Text() ?? "", (ShebangEnd)reader.Int())),
            Object => new FileFacts(ElfCodec.Read(reader), null),
            _ => null,
        };
        return reader.IsDone ? facts : null;
    }
}
