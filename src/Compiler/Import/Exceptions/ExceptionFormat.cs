namespace ManifestLinker.Compiler.Import.Exceptions;

/// <summary>The exception files of illumos that can be read (exception_lists in illumos-gate).</summary>
public enum ExceptionFormat
{
    /// <summary>Keywords and Perl patterns for check_rtime, which judges ELF objects.</summary>
    CheckRtime,

    /// <summary>The same form, for interface_check, which judges names and versions of libraries.</summary>
    InterfaceCheck,

    /// <summary>Paths that validate_pkg does not miss in packages.</summary>
    Packaging,

    /// <summary>Paths whose modes validate_pkg does not judge.</summary>
    Pmodes,
}
