/** What a bare JVM must do at the least. */
public final class Hello {
    private Hello() {}

    /** Says hello. */
    public static void main(String[] args) {
        System.out.println("hello");
    }
}
