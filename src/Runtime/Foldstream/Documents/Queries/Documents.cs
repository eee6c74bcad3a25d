namespace Foldstream;

/// <summary>The documents of one projection, to be read.</summary>
/// <typeparam name="T">The projection.</typeparam>
public sealed class Documents<T>
    where T : class, IProjection<T>
{
}
