using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>A place where a dependency was looked for, and what was there.</summary>
/// <param name="Path">The path, as the linker puts it together.</param>
/// <param name="Outcome">What was there.</param>
/// <param name="Undelivered">For <see cref="AttemptOutcome.Undelivered"/> the objects of the proto area that would make it be there: links on the way, then the file.</param>
public readonly record struct Attempt(string Path, AttemptOutcome Outcome, IReadOnlyList<UndeliveredObject>? Undelivered = null)
{
    /// <summary>What was there, in words.</summary>
    public string Why => Outcome switch
    {
        AttemptOutcome.Found => "found",
        AttemptOutcome.Missing => "missing",
        AttemptOutcome.NotAnObject => "no object that can be loaded",
        AttemptOutcome.WrongClass => "wrong class",
        AttemptOutcome.WrongMachine => "for another machine",
        AttemptOutcome.Capabilities => "demands more than the machine can do",
        AttemptOutcome.Undelivered => "in the proto area, not delivered",
        AttemptOutcome.Outside => "outside the platform",
        AttemptOutcome.Provided => "left to the running system",
        AttemptOutcome.Untrusted => "not trusted in a process with rights of others",
        AttemptOutcome.Relative => "depends on the working directory",
        _ => "a token in it cannot be expanded",
    };
}

/// <summary>An object that the proto area has and the image has not.</summary>
public readonly record struct UndeliveredObject(ImagePath Path, ProtoObject Found);

/// <summary>What was found where a dependency was looked for.</summary>
public enum AttemptOutcome
{
    /// <summary>An object that fits.</summary>
    Found,

    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>Something that is no program and no shared object.</summary>
    NotAnObject,

    /// <summary>An object of the other class. The linker goes on.</summary>
    WrongClass,

    /// <summary>An object for another processor or byte order. The linker goes on.</summary>
    WrongMachine,

    /// <summary>An object that demands what the machine has not (<c>PT_SUNWCAP</c>). The linker goes on.</summary>
    Capabilities,

    /// <summary>Nothing in the image, but an object that fits in the proto area.</summary>
    Undelivered,

    /// <summary>A place that is left to other software.</summary>
    Outside,

    /// <summary>A place that is left to the running system.</summary>
    Provided,

    /// <summary>A directory that a process with rights of others does not look in.</summary>
    Untrusted,

    /// <summary>A path that is not absolute.</summary>
    Relative,

    /// <summary>A path with a token that cannot be expanded.</summary>
    Unexpanded,
}
