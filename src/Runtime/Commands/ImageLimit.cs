using System.CommandLine;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Commands;

/// <summary>The option that says how large an image may be. A few kilobytes can stand for more than any disk holds.</summary>
internal sealed class ImageLimit
{
    /// <summary>The most bytes where nobody says otherwise: the largest installation image that SmartOS has is a quarter of it.</summary>
    public const long Default = 64L << 30;

    private readonly Option<string?> most = new("--max-size")
    {
        HelpName = "SIZE",
        Description = $"Refuse an image that holds more than this, unpacked, such as 8GiB; {Default >> 30}GiB where it is not given.",
    };

    /// <summary>Adds it to <paramref name="command"/>.</summary>
    public void AddTo(Command command) => command.Add(most);

    /// <summary>The most bytes that are unpacked, and that the files of an image may have together.</summary>
    /// <exception cref="UsageException">What was given is no size.</exception>
    public long Of(ParseResult options) => options.GetValue(most) is not { } text ? Default
        : ByteSize.Parse(text) ?? throw new UsageException($"--max-size {text}: no size", "write a number of bytes, such as 65536, 512MiB or 8GiB");
}
