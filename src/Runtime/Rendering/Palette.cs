using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>The colours of the human form: the codes of a terminal (ECMA-48, select graphic rendition), or nothing.</summary>
internal sealed class Palette
{
    private readonly bool isOn;

    private Palette(bool isOn) => this.isOn = isOn;

    /// <summary>No colours.</summary>
    public static Palette Plain { get; } = new(isOn: false);

    /// <summary>The eight colours that every terminal has.</summary>
    public static Palette Ansi { get; } = new(isOn: true);

    /// <summary>The colours that are wanted.</summary>
    public static Palette Of(bool colour) => colour ? Ansi : Plain;

    /// <summary>What belongs to a severity: its word, and the marks under the place.</summary>
    public string Severe(Severity severity, string text) => Paint(severity switch
    {
        Severity.Error => "1;31",
        Severity.Warning => "1;33",
        _ => "1;36",
    }, text);

    /// <summary>What is read first.</summary>
    public string Strong(string text) => Paint("1", text);

    /// <summary>The frame of an excerpt, and the marks under the second place.</summary>
    public string Frame(string text) => Paint("1;34", text);

    /// <summary>What is good.</summary>
    public string Good(string text) => Paint("1;32", text);

    private string Paint(string code, string text) => isOn && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
