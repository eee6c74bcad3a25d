using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Foldstream.Analyzers;

/// <summary>Finds what read a stream. Only what is the same stream beyond doubt counts.</summary>
internal static class StreamRead
{
    private static readonly HashSet<string> Reads = new(StringComparer.Ordinal) { "LoadAsync", "FindAsync", "FoldAsync", "ReadAsync", "LatestAsync", "HeadAsync" };

    /// <summary>A read of a stream that stands before some code, in the same method.</summary>
    public static IInvocationOperation? FindBefore(IOperation code, IOperation stream)
    {
        var root = code;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants().OfType<IInvocationOperation>().FirstOrDefault(call =>
            call.Syntax.SpanStart < code.Syntax.SpanStart && Reads.Contains(call.TargetMethod.Name) && RuntimeCall.IsOf(call.TargetMethod) && IsOf(call, stream, root));
    }

    private static bool IsOf(IInvocationOperation read, IOperation stream, IOperation root)
    {
        if (read.Argument("stream") is { } same)
            return IsSame(same.Value, stream) || (Creation(same.Value, root) is { } left && Creation(stream, root) is { } right && IsSame(left.Category, right.Category) && IsSame(left.Id, right.Id));
        return read.Argument("key") is { } key
            && Creation(stream, root) is { } created
            && Category(read.TargetMethod) is { } category
            && created.Category.ConstantValue is { HasValue: true, Value: string text } && text == category
            && IsSame(Id(key.Value), created.Id);
    }

    private static string? Category(IMethodSymbol method) => method.TypeArguments.Length > 0
        ? AggregateShape.Category(method.TypeArguments[0]) ?? DeciderShape.Category(method.TypeArguments[0])
        : null;

    /// <summary>The parts of an address that is made on the spot, or in the local that holds it.</summary>
    private static (IOperation Category, IOperation Id)? Creation(IOperation stream, IOperation root) => Origin(stream.Bare(), root) switch
    {
        IObjectCreationOperation { Type.Name: "StreamId", Arguments: { Length: >= 2 } arguments } => (arguments[0].Value, arguments[1].Value),
        _ => null,
    };

    private static IOperation? Origin(IOperation operation, IOperation root) => operation is ILocalReferenceOperation local
        ? root.Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local.Local))?.GetVariableInitializer()?.Value.Bare()
        : operation;

    private static IOperation Id(IOperation key) => key.Bare() is IObjectCreationOperation { Arguments.Length: > 0 } creation ? creation.Arguments[0].Value : key;

    private static bool IsSame(IOperation left, IOperation right)
    {
        (left, right) = (left.Bare(), right.Bare());
        if (left.ConstantValue.HasValue || right.ConstantValue.HasValue)
            return left.ConstantValue.HasValue && right.ConstantValue.HasValue && Equals(left.ConstantValue.Value, right.ConstantValue.Value);
        return (left, right) switch
        {
            (ILocalReferenceOperation one, ILocalReferenceOperation other) => Same(one.Local, other.Local),
            (IParameterReferenceOperation one, IParameterReferenceOperation other) => Same(one.Parameter, other.Parameter),
            (IInstanceReferenceOperation, IInstanceReferenceOperation) => true,
            (IMemberReferenceOperation one, IMemberReferenceOperation other) =>
                Same(one.Member, other.Member) && (one.Instance, other.Instance) is (null, null) or ({ }, { }) && (one.Instance is null || IsSame(one.Instance, other.Instance!)),
            _ => false,
        };
    }

    private static bool Same(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
