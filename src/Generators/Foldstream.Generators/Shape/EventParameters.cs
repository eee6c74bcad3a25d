using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The parameters of what takes an event: the event, and an <c>EventContext</c> if it wants one.</summary>
internal static class EventParameters
{
    public static bool AreOf(IMethodSymbol method) =>
        method.Parameters.Length is 1 or 2 && method.Parameters.All(Handler.IsByValue) && (method.Parameters.Length == 1 || IsContext(method.Parameters[1]));

    public static bool TakeContext(IMethodSymbol method) => method.Parameters.Any(IsContext);

    private static bool IsContext(IParameterSymbol parameter) => parameter.Type is INamedTypeSymbol type && MetadataNames.Of(type) == KnownTypes.EventContext;
}
