using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>Looks whether an object can be loaded from a path, as the linker does when it opens the file: links are followed, and an object that does not fit is passed over.</summary>
internal sealed class ObjectLookup(AuditedImage image, RunTimeLinkerProfile profile, UndeliveredSearch undelivered)
{
    private readonly Dictionary<string, Walk> directories = new(StringComparer.Ordinal);

    /// <summary>What lies at <paramref name="name"/>, one component, in <paramref name="directory"/>, for <paramref name="user"/>; and the file with the name it has there.</summary>
    public (Attempt Attempt, AuditedFile? File, ImagePath Name) InDirectory(string directory, string name, ElfObject user)
    {
        string path = directory.EndsWith('/') ? directory + name : $"{directory}/{name}";
        if (!directory.StartsWith('/')) return (new(path, AttemptOutcome.Relative), null, default);
        if (!directories.TryGetValue(directory, out Walk walk)) directories.Add(directory, walk = image.Follow(ImagePath.Root, directory));
        if (walk is { End: WalkEnd.Found, IsDirectory: true } && name is not ("" or "." or ".."))
        {
            ImagePath at = walk.Path.Append(name);
            Waypoint step = image.Look(at);
            if (step.Kind == StepKind.Other) return Judge(path, image.FileAt(at), at, user);
            if (step.Kind == StepKind.Missing) return (Absent(path, user), null, default);
        }
        return At(path, user);
    }

    /// <summary>What lies at <paramref name="path"/>, for <paramref name="user"/>; and the file with the name it has there.</summary>
    public (Attempt Attempt, AuditedFile? File, ImagePath Name) At(string path, ElfObject user)
    {
        if (!path.StartsWith('/')) return (new(path, AttemptOutcome.Relative), null, default);
        Walk walk = image.Follow(ImagePath.Root, path);
        return walk.End switch
        {
            WalkEnd.Found => Judge(path, walk.IsDirectory ? null : image.FileAt(walk.Path), walk.Path, user),
            WalkEnd.Provided => (new(path, Left(walk.Path)), null, default),
            _ => (Absent(path, user), null, default),
        };
    }

    // A place that is left to others need not have the directory it begins with in the image.
    private Attempt Absent(string path, ElfObject user) =>
        undelivered.Find(path) is { } there && Fit(there.Elf, user) == AttemptOutcome.Found ? new(path, AttemptOutcome.Undelivered, there.Needed)
        : ImagePath.TryParse(path, out ImagePath place) && image.Profile.IsProvided(place) ? new(path, Left(place))
        : new(path, AttemptOutcome.Missing);

    private AttemptOutcome Left(ImagePath place) => image.Profile.IsOutside(place) ? AttemptOutcome.Outside : AttemptOutcome.Provided;

    private (Attempt, AuditedFile?, ImagePath) Judge(string path, AuditedFile? file, ImagePath name, ElfObject user)
    {
        AttemptOutcome outcome = file?.Elf is { } elf ? Fit(elf, user) : AttemptOutcome.NotAnObject;
        return (new(path, outcome), outcome == AttemptOutcome.Found ? file : null, name);
    }

    private AttemptOutcome Fit(ElfObject candidate, ElfObject user) =>
        candidate.Type is not (ElfType.Shared or ElfType.Executable) ? AttemptOutcome.NotAnObject
        : candidate.Class != user.Class ? AttemptOutcome.WrongClass
        : !candidate.FitsTo(user) ? AttemptOutcome.WrongMachine
        : !profile.HasCapabilitiesFor(candidate) ? AttemptOutcome.Capabilities
        : AttemptOutcome.Found;
}
