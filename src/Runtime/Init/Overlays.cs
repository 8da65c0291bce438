namespace ManifestLinker.Runtime.Init;

/// <summary>
/// The overlays of a checkout, in the order they are searched: today there are none, and in 2012 configure wrote them to <c>overlay/order</c>, from OVERLAYS of
/// a file <c>configure.NAME</c>.
/// </summary>
internal static class Overlays
{
    /// <summary>The names of the directories below <c>overlay</c>, in order.</summary>
    public static IReadOnlyList<string> Of(Checkout checkout)
    {
        IReadOnlyList<string> there = checkout.Directories("overlay");
        if (there.Count == 0) return [];
        string[] named = [.. Words(checkout).Select(word => word.TrimEnd('/')).Select(word => word[(word.LastIndexOf('/') + 1)..]).Distinct(StringComparer.Ordinal)];
        foreach (string missing in named.Except(there, StringComparer.Ordinal)) checkout.Note($"the overlay '{missing}' is named, and overlay/{missing} is not there");
        foreach (string unused in there.Except(named, StringComparer.Ordinal).Where(_ => named.Length > 0))
            checkout.Note($"overlay/{unused} is there, and not among the overlays that are configured");
        if (named.Length > 0) return [.. named.Where(name => there.Contains(name, StringComparer.Ordinal))];
        if (there.Count > 1) checkout.Note("neither overlay/order nor OVERLAYS says in which order the overlays count; they are taken by name");
        return there;
    }

    private static IEnumerable<string> Words(Checkout checkout)
    {
        if (checkout.Text("overlay/order") is { } order) return Split(order.Text);
        foreach (string name in checkout.Files(".").Where(name => name.StartsWith("configure.", StringComparison.Ordinal)))
        {
            if (checkout.Value(checkout.Assignments(name), "OVERLAYS") is { } set) return Split(set.Value);
        }
        return [];
    }

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
