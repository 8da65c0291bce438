namespace ManifestLinker.Runtime.Init;

/// <summary>
/// The phases of a checkout in small, whose components have a Makefile each with a target <c>install</c>: each installs into a directory of its own, so that
/// what it made can be kept and taken up by itself. STRAP and ILLUMOS say where the tools and the base system are.
/// </summary>
internal static class SeparateProtoPhases
{
    private const string Variables = "DESTDIR=\"$PWD/{0}\" STRAP=\"$PWD/proto.strap\" ILLUMOS=\"$PWD/proto.illumos\" MAX_JOBS=\"$MAX_JOBS\"";

    /// <summary>The directories they install into, the one that counts first first: what is installed last into a shared one, counts.</summary>
    public static IReadOnlyList<string> Directories(Checkout checkout, string make, IReadOnlyList<string> projects) =>
        [.. Of(checkout, make, projects).Where(phase => phase.Name != "strap").Reverse().SelectMany(phase => phase.Outputs)];

    /// <summary>The phases of <paramref name="checkout"/>, with <paramref name="make"/> for make.</summary>
    public static IEnumerable<PhaseDraft> Of(Checkout checkout, string make, IReadOnlyList<string> projects)
    {
        var done = new List<string>();
        if (checkout.Has("tools/build_strap"))
        {
            yield return new PhaseDraft("strap", ["./tools/build_strap", "proto.strap"]) { Sources = ["tools/build_strap"], Outputs = ["proto.strap"] };
            done.Add("strap");
        }
        foreach ((string name, string directory, string output) in new[]
        {
            ("illumos", "projects/illumos", "proto.illumos"), ("extra", "projects/illumos-extra", "proto.extra"), ("src", "src", "proto.live"),
        })
        {
            if (!checkout.Has($"{directory}/Makefile")) continue;
            yield return Install(name, directory, output, [.. done]);
            done.Add(name);
        }
        string[] needed = [.. done.Where(name => name is "strap" or "illumos")];
        foreach ((string project, string name) in PhaseDraft.NamesOf(projects))
        {
            string directory = $"projects/local/{project}";
            if (checkout.Has($"{directory}/Makefile")) yield return Install(name, directory, $"proto.local/{project}", needed);
        }

        PhaseDraft Install(string name, string directory, string output, string[] after)
        {
            string quoted = output.AsSpan().ContainsAny("\"$`\\") ? $"\"$PWD\"/{PhaseDraft.Word(output)}" : $"\"$PWD/{output}\"";
            string variables = Variables.Replace("\"$PWD/{0}\"", quoted, StringComparison.Ordinal);
            return PhaseDraft.Of(name, $"exec {PhaseDraft.Word(make)} -C {PhaseDraft.Word(directory)} {variables} install") with
            {
                Sources = [directory],
                After = after,
                Outputs = [output],
            };
        }
    }
}
