using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Smf;

namespace ManifestLinker.Compiler.Rules.Smf;

/// <summary>MLC8106: A service requires a file that is not in the image.</summary>
public static class SmfFileDependency
{
    // How the models of files are called that an administrator has to write.
    private static readonly string[] Examples = [".example", "-example", ".sample", "-sample", ".default", "-dist"];

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8106",
        Name = "smf-file-dependency",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A service requires a file that is not in the image.",
        Explanation =
            "svc.startd looks for the file when the service is to start, and leaves the service offline where it is not there. Files that only "
            + "the running system has (under /var/run, /tmp, /opt and the like) count as there, and so do those that an administrator makes of an "
            + "example that is delivered beside them, such as slp.conf.example.",
        Bad = "<dependency ... type='path'><service_fmri value='file://localhost/etc/nscd.cnf'/></dependency>",
        Good = "<dependency ... type='path'><service_fmri value='file://localhost/etc/nscd.conf'/></dependency>",
    };

    /// <summary>The files that the services of the manifests of <paramref name="smf"/> require and nobody delivers.</summary>
    public static IEnumerable<Finding> Check(SmfImage smf)
    {
        foreach (SmfFile file in smf.Manifests)
        {
            foreach (ServiceEntity entity in file.Entities)
            {
                foreach (Dependency dependency in entity.Dependencies.Where(dependency => dependency.IsOnFiles))
                {
                    foreach (Target target in RequiredTargets.Absent(dependency, target => IsAbsent(smf, target)))
                        yield return At(file, entity, dependency, target);
                }
            }
        }
    }

    private static bool IsAbsent(SmfImage smf, Target target) => PathOf(target.Text) is { } path
        && smf.Follow(path).End is not (WalkEnd.Found or WalkEnd.Provided)
        && !Array.Exists(Examples, suffix => smf.Image.FileAt(path + suffix) is not null);

    // As file_ready in usr/src/cmd/svc/startd/graph.c: behind two slashes a host, and then the path.
    private static string? PathOf(string text)
    {
        const string Scheme = "file:";
        if (!text.StartsWith(Scheme, StringComparison.Ordinal)) return null;
        string path = text[Scheme.Length..];
        if (!path.StartsWith("//", StringComparison.Ordinal)) return path.StartsWith('/') ? path : null;
        int slash = path.IndexOf('/', 2);
        return slash < 0 ? null : path[slash..];
    }

    private static Finding At(SmfFile file, ServiceEntity entity, Dependency dependency, Target target)
    {
        string path = Printable.Short(PathOf(target.Text)!);
        return file.Finding(
            Rule,
            target.Place,
            $"'{entity.Fmri}' requires the file '{path}', which is not in the image",
            $"{entity.Fmri} {dependency.Name} {path}",
            new("fmri", entity.Fmri.ToString()),
            new("dependency", dependency.Name),
            new("file", path)) with
        {
            Help = "deliver the file, mend the name, or declare it under [[runtime]] if it appears on the running system",
        };
    }
}
