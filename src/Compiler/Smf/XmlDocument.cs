using System.Xml;

namespace ManifestLinker.Compiler.Smf;

/// <summary>
/// An XML file as its elements. Nothing is fetched, no entity is expanded, and size, depth and the number of elements and attributes are bounded, so that
/// any bytes can be read. Of text that is not well-formed there is no element, but a fault.
/// </summary>
internal static class XmlDocument
{
    /// <summary>The largest file that is read, in bytes; the largest manifest of illumos has 40 thousand.</summary>
    public const int LargestFile = 16 * 1024 * 1024;

    private const int DeepestElement = 100;
    private const int MostParts = 500_000;

    /// <summary>The outermost element of <paramref name="text"/>, or what keeps it from being one.</summary>
    public static (XmlElement? Root, XmlFault? Fault) Read(string text)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersInDocument = LargestFile,
            MaxCharactersFromEntities = 1,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        var open = new Stack<XmlElement>();
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return Read(reader, (IXmlLineInfo)reader, open);
        }
        catch (XmlException fault)
        {
            // Its words are not ours, and name entities and encodings of no interest; the place is what counts.
            var place = new XmlPlace(Math.Max(1, fault.LineNumber), Math.Max(1, fault.LinePosition));
            return (null, new XmlFault(place, WrongForm.At(text, place, open)));
        }
    }

    private static (XmlElement? Root, XmlFault? Fault) Read(XmlReader reader, IXmlLineInfo line, Stack<XmlElement> open)
    {
        XmlElement? root = null;
        int parts = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    XmlElement element = Element(reader, line, MostParts);
                    if (open.Count >= DeepestElement) return (null, new(element.Place, $"elements lie within each other {DeepestElement} deep"));
                    parts += 1 + element.Attributes.Count;
                    if (parts > MostParts) return (null, new(element.Place, $"there are more than {MostParts} elements and attributes"));
                    if (open.TryPeek(out XmlElement? parent)) parent.Children.Add(element);
                    root ??= element;
                    if (!reader.IsEmptyElement) open.Push(element);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.EntityReference:
                    if (open.TryPeek(out XmlElement? holder)) holder.Text ??= new XmlPlace(line.LineNumber, line.LinePosition);
                    break;
            }
        }
        return (root, null);
    }

    private static XmlElement Element(XmlReader reader, IXmlLineInfo line, int most)
    {
        // The reader counts from the name, people from the bracket before it.
        var element = new XmlElement(reader.Name, new XmlPlace(line.LineNumber, line.LinePosition - 1));
        while (element.Attributes.Count < most && reader.MoveToNextAttribute())
            element.Attributes.Add(new AttributeText(reader.Name, reader.Value, new XmlPlace(line.LineNumber, line.LinePosition)));
        reader.MoveToElement();
        return element;
    }
}
