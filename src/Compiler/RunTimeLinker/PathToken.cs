namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>What a token in a path stands for (<c>usr/src/cmd/sgs/rtld/common/paths.c</c>; <see cref="Library"/> is glibc's).</summary>
public enum PathToken
{
    /// <summary><c>$ORIGIN</c>: the directory that the object was loaded from.</summary>
    Origin,

    /// <summary><c>$PLATFORM</c>: what <c>uname -i</c> says.</summary>
    Platform,

    /// <summary><c>$MACHINE</c>: what <c>uname -m</c> says.</summary>
    Machine,

    /// <summary><c>$OSNAME</c>: what <c>uname -s</c> says.</summary>
    SystemName,

    /// <summary><c>$OSREL</c>: what <c>uname -r</c> says.</summary>
    SystemRelease,

    /// <summary><c>$ISALIST</c>: each of the instruction sets of the machine, the best first.</summary>
    InstructionSets,

    /// <summary><c>$CAPABILITY</c>, or <c>$HWCAP</c> as it was called before: every object in a directory whose capabilities the machine has.</summary>
    Capability,

    /// <summary><c>$LIB</c>: the directory of libraries of the object's class.</summary>
    Library,
}
