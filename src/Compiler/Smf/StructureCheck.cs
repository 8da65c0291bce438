namespace ManifestLinker.Compiler.Smf;

/// <summary>
/// Holds the elements of a bundle against <see cref="ServiceBundleDtd"/>. A profile is held against what svccfg asks of it: it is not
/// validated when it is applied, and may leave out what the repository knows, such as the types of properties (lxml_get_bundle_file in
/// usr/src/cmd/svc/svccfg/svccfg_xml.c).
/// </summary>
internal sealed class StructureCheck(bool isProfile)
{
    /// <summary>How many faults of one file are told.</summary>
    public const int MostFaults = 100;

    private readonly List<XmlFault> faults = [];

    /// <summary>What is wrong with <paramref name="root"/> and all that it holds, in the order of the text; at most <see cref="MostFaults"/>.</summary>
    public static IReadOnlyList<XmlFault> Of(XmlElement root, bool isProfile)
    {
        var check = new StructureCheck(isProfile);
        check.Visit(root);
        return [.. check.faults.OrderBy(fault => (fault.Place.Line, fault.Place.Column)).Take(MostFaults)];
    }

    private void Visit(XmlElement element)
    {
        if (faults.Count >= MostFaults || ServiceBundleDtd.Find(element.Name) is not { HoldsAnything: false } model) return;
        CheckAttributes(element, model);
        if (element.Text is { } text && !model.HasText) faults.Add(new(text, $"'{element.Name}' holds text, which it may not"));
        CheckContent(element, model);
        foreach (XmlElement child in element.Children) Visit(child);
    }

    private void CheckAttributes(XmlElement element, ElementModel model)
    {
        foreach (AttributeText attribute in element.Attributes)
        {
            if (attribute.Name.StartsWith("xmlns", StringComparison.Ordinal)) continue;
            AttributeModel? known = model.Attributes.FirstOrDefault(candidate => candidate.Name.Equals(attribute.Name, StringComparison.Ordinal));
            if (known is null)
                faults.Add(new(attribute.Place, $"'{element.Name}' has an attribute '{Quote(attribute.Name)}', which it may not"));
            else if (known.Values.Count > 0 && !known.Values.Contains(attribute.Value, StringComparer.Ordinal))
                faults.Add(new(attribute.Place, $"the {known.Name} of '{element.Name}' is '{Quote(attribute.Value)}', which is none of {string.Join(", ", known.Values)}"));
        }
        foreach (AttributeModel missing in model.Attributes.Where(known => known.IsNeeded && element.Attribute(known.Name) is null))
        {
            if (!isProfile || missing.Name is "name" or "value")
                faults.Add(new(element.Place, $"'{element.Name}' has no {missing.Name}"));
        }
    }

    private void CheckContent(XmlElement element, ElementModel model)
    {
        int at = 0;
        XmlElement? last = null;
        foreach (XmlElement child in element.Children)
        {
            int part = PartOf(child, model);
            if (part < 0)
            {
                faults.Add(new(child.Place, ServiceBundleDtd.Find(child.Name) is null
                    ? $"there is no element '{Quote(child.Name)}'"
                    : $"'{element.Name}' holds '{child.Name}', which it may not"));
                continue;
            }
            if (part < at && !isProfile)
                faults.Add(new(child.Place, $"'{child.Name}' stands behind '{last!.Name}', and must stand before it"));
            else if (part == at && last is not null && PartOf(last, model) == part)
                CheckRepetition(element, child, last, model.Content[part]);
            if (part < at) continue;
            at = part;
            last = child;
        }
        if (isProfile) return;
        foreach (ContentPart part in model.Content.Where(part => part.IsNeeded && !element.Children.Exists(child => part.Names.Contains(child.Name, StringComparer.Ordinal))))
            faults.Add(new(element.Place, $"'{element.Name}' has no {string.Join(" or ", part.Names)}"));
    }

    private void CheckRepetition(XmlElement element, XmlElement child, XmlElement last, ContentPart part)
    {
        if (!part.Repeats)
            faults.Add(new(child.Place, $"'{element.Name}' holds '{child.Name}' after '{last.Name}', and may hold only one of them"));
        else if (part.IsOfOneKind && !isProfile && !child.Name.Equals(last.Name, StringComparison.Ordinal))
            faults.Add(new(child.Place, $"'{element.Name}' holds '{child.Name}' beside '{last.Name}', and may hold only one kind"));
    }

    private static int PartOf(XmlElement child, ElementModel model)
    {
        for (int i = 0; i < model.Content.Count; i++)
        {
            if (model.Content[i].Names.Contains(child.Name, StringComparer.Ordinal)) return i;
        }
        return -1;
    }

    private static string Quote(string text) => Printable.Short(text);
}
