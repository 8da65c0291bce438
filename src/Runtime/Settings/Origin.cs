using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Settings;

/// <summary>Who says that a value is what it is.</summary>
internal abstract record Origin
{
    /// <summary>The origin in a few words; names of files as <paramref name="files"/> shows them.</summary>
    public abstract string Text(FileNames files);
}

/// <summary>A place in the workspace file, or in one that it extends.</summary>
internal sealed record FileOrigin(Location Location) : Origin
{
    /// <inheritdoc/>
    public override string Text(FileNames files) =>
        string.Create(CultureInfo.InvariantCulture, $"{VisibleText.Of(files.Shown(Location.File))}:{Location.Line}:{Location.Column}");
}

/// <summary>An option of the command line.</summary>
internal sealed record OptionOrigin(string Option) : Origin
{
    /// <inheritdoc/>
    public override string Text(FileNames files) => Option;
}

/// <summary>A variable of the environment.</summary>
internal sealed record EnvironmentOrigin(string Variable) : Origin
{
    /// <inheritdoc/>
    public override string Text(FileNames files) => $"${Variable}";
}

/// <summary>The profile.</summary>
internal sealed record ProfileOrigin(string Profile) : Origin
{
    /// <inheritdoc/>
    public override string Text(FileNames files) => $"profile {Profile}";
}

/// <summary>Nobody: what counts where nobody says otherwise.</summary>
internal sealed record DefaultOrigin : Origin
{
    /// <summary>The one default.</summary>
    public static readonly DefaultOrigin Instance = new();

    /// <inheritdoc/>
    public override string Text(FileNames files) => "default";
}
