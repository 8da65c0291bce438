namespace ManifestLinker.Compiler.Smf;

/// <summary>
/// Which service waits for which, as svc.startd sees it: an instance for its restarter and for what it and its service depend on, a service for its instances.
/// Exclusions are left out, because they may go round in circles (graph_walk_recurse in usr/src/cmd/svc/startd/graph.c).
/// </summary>
public sealed class DependencyGraph
{
    // Each service of a hostile manifest could multiply with each of its instances; a real platform has a few hundred.
    private const int MostEdges = 1_000_000;

    private readonly SortedDictionary<Fmri, SortedSet<Fmri>> waitsFor = [];
    private int edges;

    /// <summary>The graph of <paramref name="services"/>.</summary>
    public DependencyGraph(IReadOnlyCollection<Service> services)
    {
        ILookup<Fmri, ServiceInstance> instances = services.SelectMany(service => service.Instances).ToLookup(instance => instance.Fmri.OfService);
        foreach (Service service in services)
        {
            foreach (ServiceInstance instance in service.Instances)
            {
                Add(service.Fmri, instance.Fmri);
                if ((instance.Restarter ?? service.Restarter) is { } restarter) Add(instance.Fmri, restarter);
                AddDependencies(instance.Fmri, instance.Dependencies.Concat(Inherited(service, instance)));
            }
            foreach (ServiceEntity entity in service.Instances.Prepend<ServiceEntity>(service)) AddDependents(entity, instances);
        }
    }

    /// <summary>The names, in their order.</summary>
    public IReadOnlyCollection<Fmri> Names => waitsFor.Keys;

    /// <summary>What <paramref name="name"/> waits for.</summary>
    public IReadOnlyCollection<Fmri> WaitedFor(Fmri name) => waitsFor.TryGetValue(name, out SortedSet<Fmri>? others) ? others : [];

    // A dependency of the instance stands for one of the service that has the same name.
    private static IEnumerable<Dependency> Inherited(Service service, ServiceInstance instance)
    {
        if (instance.Dependencies.Count == 0) return service.Dependencies;
        var own = instance.Dependencies.Select(dependency => dependency.Name).ToHashSet(StringComparer.Ordinal);
        return service.Dependencies.Where(dependency => !own.Contains(dependency.Name));
    }

    private void AddDependencies(Fmri name, IEnumerable<Dependency> dependencies)
    {
        foreach (Dependency dependency in dependencies.Where(dependency => dependency.IsOnServices && Waits(dependency.Grouping)))
        {
            foreach (Target target in dependency.Targets)
            {
                if (edges >= MostEdges) return;
                if (Fmri.Parse(target.Text) is { } other) Add(name, other);
            }
        }
    }

    private void AddDependents(ServiceEntity entity, ILookup<Fmri, ServiceInstance> instances)
    {
        foreach (Dependent dependent in entity.Dependents.Where(dependent => Waits(dependent.Grouping)))
        {
            if (Fmri.Parse(dependent.Target.Text) is not { } other) continue;
            if (other.Instance is not null) Add(other, entity.Fmri);
            else foreach (ServiceInstance instance in instances[other].TakeWhile(_ => edges < MostEdges)) Add(instance.Fmri, entity.Fmri);
        }
    }

    private static bool Waits(Grouping grouping) => grouping is not (Grouping.ExcludeAll or Grouping.Unknown);

    private void Add(Fmri name, Fmri other)
    {
        if (!waitsFor.TryGetValue(name, out SortedSet<Fmri>? others)) waitsFor.Add(name, others = []);
        others.Add(other);
        edges++;
    }
}
