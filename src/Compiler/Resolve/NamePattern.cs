using System.IO.Enumeration;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>
/// A pattern for one component of a path, with <c>*</c> and <c>?</c>. Nearly all are a literal, or have one <c>*</c> at an end;
/// these are compared directly, because many patterns are tried on every path of a platform.
/// </summary>
internal readonly struct NamePattern
{
    private readonly string pattern;
    private readonly Shape shape;

    public NamePattern(string pattern)
    {
        this.pattern = pattern;
        bool plain = !pattern.AsSpan().ContainsAny('?', '\\');
        shape = (plain, pattern.AsSpan().Count('*')) switch
        {
            (true, 0) => Shape.Literal,
            (true, 1) when pattern.StartsWith('*') => Shape.Suffix,
            (true, 1) when pattern.EndsWith('*') => Shape.Prefix,
            _ => Shape.Expression,
        };
    }

    private enum Shape
    {
        Literal,
        Suffix,
        Prefix,
        Expression,
    }

    public bool IsLiteral => shape == Shape.Literal;

    public bool Matches(ReadOnlySpan<char> name) => shape switch
    {
        Shape.Literal => name.SequenceEqual(pattern),
        Shape.Suffix => name.EndsWith(pattern.AsSpan(1), StringComparison.Ordinal),
        Shape.Prefix => name.StartsWith(pattern.AsSpan(..^1), StringComparison.Ordinal),
        _ => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false),
    };
}
