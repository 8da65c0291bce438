using Sprache;

namespace ManifestLinker.Grammar.Parsing;

/// <summary>
/// A parse that went well. Sprache's own result has room for what went wrong too, which was a quarter of the memory that
/// reading took.
/// </summary>
internal sealed class Success<T>(T value, IInput remainder) : IResult<T>
{
    public T Value => value;

    public IInput Remainder => remainder;

    public bool WasSuccessful => true;

    public string Message => "";

    public IEnumerable<string> Expectations => [];
}
