namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>The step of the work that finds a thing, in the order the steps run.</summary>
public enum Phase
{
    /// <summary>Reading the workspace file. What is wrong with it stops a run, and cannot be excused.</summary>
    Configuration,

    /// <summary>Reading the lines of a manifest.</summary>
    Syntax,

    /// <summary>Comparing the entries of all manifests.</summary>
    Semantics,

    /// <summary>Looking up the objects in the search directories.</summary>
    Resolve,

    /// <summary>Looking into the objects of the image, and whether they hold together.</summary>
    Audit,

    /// <summary>Laying out the file systems.</summary>
    Layout,

    /// <summary>Comparing an image with what it should hold.</summary>
    Verify,

    /// <summary>Comparing an image with an older one.</summary>
    Compare,

    /// <summary>Reading a foreign description.</summary>
    Import,

    /// <summary>Judging findings by suppressions and exceptions.</summary>
    Judgement,
}
