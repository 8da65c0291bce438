using ManifestLinker.Linker.Media;

namespace ManifestLinker.Runtime.Workspace;

/// <content>The table about boot media.</content>
internal static partial class WorkspaceReader
{
    private static MediaSection Media(SectionReader? section)
    {
        Placed<BootConsole>? console = section?.Text("console", about: "The console of a system that runs from a boot medium: text (the default), or ttya to ttyd. --console counts more.") is { } word
            && section.OneOf(word, "value of 'console'", BootConsole.Names) is { } known
            && BootConsole.Find(known.Value) is { } found ? new(found, known.Location) : null;
        var media = new MediaSection(
            console,
            section?.Text("label", about: "The name of the volume of an ISO image: at most 32 capital letters, digits and underscores. -V counts more."),
            section?.Text("boot", about: "What starts boot media: a boot tarball, or a directory like proto.boot, relative to this file. --boot counts more."),
            section?.Text("size", section.MediumSize, about: "The size of a USB image: 2gb (the default), 4gb and so on, or a number of bytes. --size counts more."));
        section?.RejectTheRest();
        return media;
    }

    private static Placed<long>? MediumSize(this SectionReader section, Placed<string> text)
    {
        text.Shape?.BeText("^[0-9]+([GgMm][Bb]|[KMG]iB)?$");
        if (Linker.Media.MediumSize.Parse(text.Value) is { } bytes) return new(bytes, text.Location);
        section.Report(text.Location, $"'{text.Value}' is no size of a medium", "write \"2gb\", \"4gb\" or \"8gb\", or a number of bytes that is a multiple of 512, in quotes");
        return null;
    }
}
