namespace ManifestLinker.Linker.Media;

/// <summary>The console that a system started from a medium talks to.</summary>
public sealed class BootConsole
{
    private static readonly string[] Ports = ["ttya", "ttyb", "ttyc", "ttyd"];

    private BootConsole(string name) => Name = name;

    /// <summary>The screen and keyboard: what counts where nobody says otherwise.</summary>
    public static BootConsole Text { get; } = new("text");

    /// <summary>Every choice, by the word that names it.</summary>
    public static IReadOnlyList<string> Names { get; } = ["text", .. Ports];

    /// <summary>The word for it: <c>text</c>, or a serial port.</summary>
    public string Name { get; }

    /// <summary>Every console in the order in which the loader uses them: this one, the other ports, the screen.</summary>
    public IEnumerable<string> Order => [Name, .. Ports.Where(port => port != Name), .. Name == Text.Name ? Array.Empty<string>() : [Text.Name]];

    /// <summary>The console with this name; null where there is none.</summary>
    public static BootConsole? Find(string name) => Names.Contains(name, StringComparer.Ordinal) ? new BootConsole(name) : null;
}
