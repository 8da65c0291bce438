using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Profiles;

/// <summary>What objects of a platform should not depend on.</summary>
public sealed record DependencyProfile
{
    /// <summary>Nothing is known of it.</summary>
    public static readonly DependencyProfile None = new();

    /// <summary>The components that the interfaces between libraries and kernel belong to: they may use what is private, and keep to stricter rules.</summary>
    public IReadOnlyList<string> OwnComponents { get; init; } = [];

    /// <summary>The libraries that are for few.</summary>
    public IReadOnlyList<ForbiddenLibrary> Forbidden { get; init; } = [];

    /// <summary>The libraries of which nothing is left but the name, because libc has their contents.</summary>
    public IReadOnlyList<string> Obsolete { get; init; } = [];

    /// <summary>What forbids an object at <paramref name="user"/>, delivered by <paramref name="component"/> (null where that is not known), to need <paramref name="library"/>; null where nothing does.</summary>
    public ForbiddenLibrary? Forbids(ImagePath user, string? component, string library)
    {
        foreach (ForbiddenLibrary forbidden in Forbidden)
        {
            if (!library.StartsWith(forbidden.Name, StringComparison.Ordinal) || (forbidden.OnlyOwn && !IsOwn(component))) continue;
            if (!forbidden.Allowed.Any(glob => glob.Matches(user))) return forbidden;
        }
        return null;
    }

    /// <summary>Whether <paramref name="component"/> is one of <see cref="OwnComponents"/>.</summary>
    public bool IsOwn(string? component) => component is not null && OwnComponents.Contains(component, StringComparer.Ordinal);
}

/// <summary>A library that is for few.</summary>
/// <param name="Name">How its name begins.</param>
/// <param name="Reason">Why others should not need it.</param>
/// <param name="OnlyOwn">Whether it is forbidden to the components of the platform itself only.</param>
/// <param name="Allowed">The objects that may.</param>
public sealed record ForbiddenLibrary(string Name, string Reason, bool OnlyOwn, IReadOnlyList<PathGlob> Allowed);
