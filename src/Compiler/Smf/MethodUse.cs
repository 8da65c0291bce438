using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Smf;

/// <summary>A program that a service needs, and where it is in the image.</summary>
/// <param name="File">The manifest that says so.</param>
/// <param name="Service">The service, whichever of its instances says so.</param>
/// <param name="Method">The first of its methods that needs it.</param>
/// <param name="Program">The program.</param>
/// <param name="Walk">Where its path leads in the image.</param>
public sealed record MethodUse(SmfFile File, Fmri Service, ExecMethod Method, MethodProgram Program, Walk Walk)
{
    // What other restarters do with a method is their own affair.
    private static readonly Fmri[] Restarters = [new("system/svc/restarter", "default"), new("network/inetd", "default")];

    /// <summary>What the services of the manifests of <paramref name="smf"/> need, once for each service and program.</summary>
    public static IEnumerable<MethodUse> Of(SmfImage smf)
    {
        var seen = new HashSet<(Fmri Service, MethodProgram Program)>();
        foreach (SmfFile file in smf.Manifests)
        {
            foreach (Service service in file.Services)
            {
                foreach (ServiceEntity entity in service.Instances.Prepend<ServiceEntity>(service))
                {
                    if ((entity.Restarter ?? service.Restarter) is { } restarter && !Restarters.Contains(restarter)) continue;
                    foreach (ExecMethod method in entity.Methods)
                    {
                        foreach (MethodProgram program in MethodCommand.ProgramsOf(method.Exec))
                        {
                            if (seen.Add((service.Fmri, program)))
                                yield return new(file, service.Fmri, method, program, smf.Follow(program.Path));
                        }
                    }
                }
            }
        }
    }
}
