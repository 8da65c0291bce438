namespace ManifestLinker.Compiler.Smf;

/// <summary>What an element of a document type may hold.</summary>
/// <param name="Content">The parts, in the order in which they stand.</param>
/// <param name="Attributes">The attributes it may have.</param>
/// <param name="HasText">Whether it holds text.</param>
/// <param name="HoldsAnything">Whether it holds whatever there is.</param>
internal sealed record ElementModel(IReadOnlyList<ContentPart> Content, IReadOnlyList<AttributeModel> Attributes, bool HasText, bool HoldsAnything);

/// <summary>A part of the content of an element.</summary>
/// <param name="Names">The elements that it is made of, any of them.</param>
/// <param name="IsNeeded">Whether there must be one.</param>
/// <param name="Repeats">Whether there may be several.</param>
/// <param name="IsOfOneKind">Whether all of them must have one name.</param>
internal sealed record ContentPart(IReadOnlyList<string> Names, bool IsNeeded, bool Repeats, bool IsOfOneKind);

/// <summary>An attribute of an element.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsNeeded">Whether it must be there.</param>
/// <param name="Values">The values it may have; none where any will do.</param>
internal sealed record AttributeModel(string Name, bool IsNeeded, IReadOnlyList<string> Values);
